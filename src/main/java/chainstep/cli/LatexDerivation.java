package chainstep.cli;

import java.util.Locale;

/** A derivation as a LaTeX document that XeLaTeX and LuaLaTeX set as it is. */
record LatexDerivation(Reports reports, Locale locale) implements DerivationWriter {
    @Override
    public void begin(Outlet outlet) {
        outlet.print("% xelatex\n\\documentclass{article}\n\\usepackage{amsmath,amssymb}\n");
        if (locale.getLanguage().equals("zh")) {
            outlet.print("\\usepackage{ctex}\n");
        }
        outlet.print("\\allowdisplaybreaks\n\\begin{document}\n");
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
