/**
 * The Train page: data, settings, what every neuron has learned, how the loss goes. Views are functions of a {@code TrainScene}; one
 * controller trains, beside the event thread.
 */
package chainstep.ui.train;
