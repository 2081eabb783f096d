package chainstep.homework.mistake;

/** The derivative of an activation is left out: what comes in goes on as it is. */
final class SlopeMissing implements BendMistake {
    @Override
    public String code() {
        return "M01";
    }

    @Override
    public int rarity() {
        return 0;
    }

    @Override
    public void suspect(Ground ground, Bend bend, Suspects into) {
        into.everywhere("missing", bend.site(), draft -> draft.at(bend.upstream()), bend.z(), bend.a());
    }
}
