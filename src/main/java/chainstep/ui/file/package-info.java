/** Files: opened, saved, remembered, recovered; the samples and new networks one begins from. */
package chainstep.ui.file;
