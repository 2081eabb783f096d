package chainstep.ui.formula;

/** What is as high as it must be for a width. */
public interface Wrapping {
    int heightFor(int width);
}
