package chainstep.homework.answer;

/**
 * Who gets a sheet.
 *
 * @param number of the student, as the school counts; may be empty
 */
public record Student(String name, String number) {}
