package chainstep.explain;

/** How finely a derivation goes: named values only, every operation, every chain-rule term, every element. */
public enum Detail {
    LINE,
    OP,
    TERM,
    ELEMENT
}
