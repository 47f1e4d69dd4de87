package dev.backonline.channel.console;

import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Prints each post in a frame, replies indented below what they reply to. */
final class ConsoleChannel implements Channel {
    private final ConsoleSettings settings;
    private final PrintStream out;

    ConsoleChannel(ConsoleSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    @Override
    public String prepare(Post post) {
        var limit = ConsoleKind.limit(settings);
        var text = post.message().text();
        var frame = new Box(title(post), "%d of %d %s".formatted(limit.measure().of(text), limit.most(), limit.unit()));
        return frame.around(text, post.parent().isPresent());
    }

    private String title(Post post) {
        var language = post.message().language();
        var time = DateTimeFormatter.ofPattern("HH:mm:ss", language)
                .withZone(post.identity().zone())
                .format(post.at());
        var account = settings.account().orElse(post.identity().name().in(language));
        return "%s · %s · %s".formatted(account, language.getDisplayLanguage(language), time);
    }

    /** A frame that the console's character set lacks is drawn with plain letters. */
    @Override
    public Outcome send(Frozen frozen, Instant now) {
        var body = out.charset().newEncoder().canEncode(Box.CORNER) ? frozen.body() : Box.plain(frozen.body());
        out.println(body);
        return out.checkError()
                ? new Outcome.NotSent("the console can't be written")
                : new Outcome.Delivered(new Posted(frozen.key(), Optional.empty()));
    }
}
