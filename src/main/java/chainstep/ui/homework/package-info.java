/** The Homework page: problem, answer sheet, what went wrong. Views are functions of a {@code HomeworkScene}; one controller marks. */
package chainstep.ui.homework;
