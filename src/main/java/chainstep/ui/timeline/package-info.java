/** Time as two tracks, iterations and the steps of one, to be seen at a glance and travelled in. */
package chainstep.ui.timeline;
