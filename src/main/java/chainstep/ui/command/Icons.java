package chainstep.ui.command;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import java.util.Optional;
import javax.swing.Icon;

/** The icons drawn for commands, in the colour of the words beside them: {@code chainstep/icons/ID.svg}. */
public final class Icons {
    private static final String FOLDER = "chainstep/icons/";
    private static final int SIZE = 16;

    private Icons() {}

    /** The icon of a command, if one was drawn. */
    public static Optional<Icon> of(String id) {
        String file = FOLDER + id + ".svg";
        if (Icons.class.getResource("/" + file) == null) {
            return Optional.empty();
        }
        FlatSVGIcon icon = new FlatSVGIcon(file, SIZE, SIZE, Icons.class.getClassLoader());
        icon.setColorFilter(new FlatSVGIcon.ColorFilter((component, drawn) -> component.getForeground()));
        return Optional.of(icon);
    }
}
