package chainstep.cli;

import java.util.List;
import java.util.Locale;

/**
 * Which language is spoken: {@code --lang} where it is given, else Chinese where the machine's own language is Chinese (it comes from
 * {@code LC_ALL} and {@code LANG}), else English.
 */
final class Language {
    private static final String OPTION = "--lang";

    /** The languages spoken. */
    enum Known {
        en,
        zh
    }

    private Language() {}

    /** Looks for {@code --lang zh} or {@code --lang=zh}: help and complaints about the rest are already said in it. */
    static Locale of(List<String> arguments, Locale machine) {
        String wanted = machine.getLanguage();
        for (int k = 0; k < arguments.size() && !arguments.get(k).equals("--"); k++) {
            String argument = arguments.get(k);
            if (argument.equals(OPTION) && k + 1 < arguments.size()) {
                wanted = arguments.get(k + 1);
            } else if (argument.startsWith(OPTION + "=")) {
                wanted = argument.substring(OPTION.length() + 1);
            }
        }
        return wanted.equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
    }
}
