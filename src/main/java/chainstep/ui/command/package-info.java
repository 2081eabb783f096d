/** What a user can do: commands, each one action with one key, shared by menu, toolbar and palette. */
package chainstep.ui.command;
