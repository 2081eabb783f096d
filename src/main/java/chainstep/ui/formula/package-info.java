/** Mathematics and words on the screen: LaTeX set by JLaTeXMath, which only this package knows, and text that flows around it. */
package chainstep.ui.formula;
