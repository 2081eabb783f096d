/**
 * The derivation of what the page is about: rule, numbers, ledgers, cross-check and words, all of them told by {@code explain} and
 * only set here.
 */
package chainstep.ui.derivation;
