package chainstep.train;

import chainstep.compile.Precision;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The engines of this machine: those of this room, and any that is found. */
public final class Engines {
    private Engines() {}

    /** All of them, the reference first. */
    public static List<Engine> all() {
        return Stream.concat(
                        Stream.of(new EjmlEngine(), new JvmEngine(Precision.FLOAT64), new JvmEngine(Precision.FLOAT32)),
                        ServiceLoader.load(Engine.class).stream().map(ServiceLoader.Provider::get))
                .toList();
    }

    /** The engine of this name. */
    public static Optional<Engine> named(String name) {
        return all().stream().filter(engine -> engine.name().equals(name)).findFirst();
    }
}
