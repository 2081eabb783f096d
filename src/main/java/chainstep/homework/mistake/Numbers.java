package chainstep.homework.mistake;

import java.util.List;

/** Lists of numbers as arrays. */
final class Numbers {
    private Numbers() {}

    static int[] array(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
