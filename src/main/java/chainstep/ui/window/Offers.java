package chainstep.ui.window;

import chainstep.ui.DebugController;
import chainstep.ui.Picked;
import chainstep.ui.Settings;
import chainstep.ui.Sitting;
import chainstep.ui.command.Command;
import chainstep.ui.command.Commands;
import chainstep.ui.command.Keys;
import chainstep.ui.command.Offer;
import chainstep.ui.file.Samples;
import chainstep.ui.file.Samples.Sample;
import chainstep.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All that the palette finds: commands that can be given now, the model's names, the samples. */
final class Offers {
    private final Commands commands;
    private final DebugController controller;
    private final Words words;
    private final Consumer<Sample> open;

    Offers(Commands commands, DebugController controller, Settings settings, Consumer<Sample> open) {
        this.commands = commands;
        this.controller = controller;
        this.words = Words.of("ui", settings.locale());
        this.open = open;
    }

    List<Offer> all() {
        return Stream.of(deeds(), names(), samples()).flatMap(each -> each).toList();
    }

    private Stream<Offer> deeds() {
        return commands.all().stream()
                .filter(Command::isEnabled)
                .map(command -> new Offer(
                        command.name(),
                        words.say("command.kind.command"),
                        command.key().map(Keys::told).orElse(""),
                        () -> command.actionPerformed(null)));
    }

    private Stream<Offer> names() {
        return controller.scene().sitting().map(Sitting::model).stream()
                .flatMap(model -> model.names().entrySet().stream())
                .sorted(Map.Entry.comparingByKey())
                .map(name -> new Offer(
                        name.getKey(),
                        words.say("command.kind.name"),
                        "",
                        () -> controller.pick(Optional.of(Picked.whole(name.getValue())))));
    }

    private Stream<Offer> samples() {
        return Samples.all().stream()
                .map(sample -> new Offer(
                        sample.title(), words.say("command.kind.sample"), sample.name(), () -> open.accept(sample)));
    }
}
