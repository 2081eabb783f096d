package chainstep.cli;

import java.io.Writer;

/** JSON on its way to an outlet, its lines ended alike on every machine: a carriage return inside a string is escaped. */
final class JsonText extends Writer {
    private final Outlet outlet;

    JsonText(Outlet outlet) {
        this.outlet = outlet;
    }

    @Override
    public void write(char[] text, int from, int length) {
        outlet.print(new String(text, from, length).replace("\r", ""));
    }

    @Override
    public void flush() {
        // the outlet is flushed by the command
    }

    @Override
    public void close() {
        // more iterations may follow
    }
}
