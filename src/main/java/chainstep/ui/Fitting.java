package chainstep.ui;

/** What can make do with less room than it asks for, by saying less. */
public interface Fitting {
    /** Says as much as fits into so many pixels. */
    void fit(int room);
}
