package chainstep.cli;

import chainstep.explain.Form;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A derivation as a LaTeX document, with the file's title and notes, that XeLaTeX and LuaLaTeX set as it is. */
record LatexDerivation(Reports reports, Locale locale) implements DerivationWriter {
    @Override
    public void begin(Outlet outlet) {
        outlet.print("% xelatex\n\\documentclass{article}\n\\usepackage{amsmath,amssymb}\n");
        Optional<String> title = reports.model().title();
        List<String> notes = reports.model().notes();
        if (locale.getLanguage().equals("zh")
                || Stream.concat(title.stream(), notes.stream()).anyMatch(LatexDerivation::isChinese)) {
            outlet.print("\\usepackage{ctex}\n");
        }
        outlet.print("\\allowdisplaybreaks\n");
        title.ifPresent(text -> outlet.print("\\title{" + Form.words(text).latex() + "}\n\\author{}\n\\date{}\n"));
        outlet.print("\\begin{document}\n" + (title.isPresent() ? "\\maketitle\n" : ""));
        notes.forEach(note -> outlet.print("\\noindent " + Form.words(note).latex() + "\\par\n"));
    }

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    @Override
    public void add(long iteration, Outlet outlet) {
        reports.of(iteration).latex(outlet::take);
    }

    @Override
    public void end(Outlet outlet) {
        outlet.print("\\end{document}\n");
    }
}
