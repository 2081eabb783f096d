package chainstep.homework.mistake;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was asked for last, and no more of it than a number. One thread at a time. */
final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    private final int most;

    Recent(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
