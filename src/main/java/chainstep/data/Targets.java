package chainstep.data;

/** How the target column of a table becomes numbers. */
public enum Targets {
    /** Text becomes one-hot rows, numbers stay. */
    AUTO,
    /** Text or numbers become one-hot rows: one place for each different value, in order. */
    ONE_HOT,
    /** Text becomes class numbers from 0 in order, numbers stay; one such column makes t a vector. */
    CLASS_NUMBERS
}
