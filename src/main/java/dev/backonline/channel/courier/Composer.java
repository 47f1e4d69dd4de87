package dev.backonline.channel.courier;

import dev.backonline.channel.Channel;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Update;
import dev.backonline.message.Message;
import dev.backonline.message.Renderer;
import dev.backonline.message.Reporter;
import dev.backonline.message.Saying;
import dev.backonline.message.alarm.Bulletin;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns a delivery into what is sent: the words that fit, the parent they reply to, the body in the network's form. */
public final class Composer {
    private final Reporter reporter;
    private final Renderer renderer;
    private final List<Locale> languages;
    private final Supplier<String> keys;

    /** {@code languages}: those of the page, for channels that carry all; {@code keys} never gives the same key twice. */
    public Composer(Reporter reporter, Renderer renderer, List<Locale> languages, Supplier<String> keys) {
        this.reporter = reporter;
        this.renderer = renderer;
        this.languages = List.copyOf(languages);
        this.keys = keys;
    }

    /** What the composer needs to know of one delivery. */
    public record Task(Incident incident, Delivery delivery, List<Delivery> thread, Saying saying) {
        Update update() {
            return incident.updates().get(delivery.update() - 1);
        }

        /** The post that the network no longer knows, as the ledger should know it from now on. */
        List<Delivery> vanished(Frozen reply) {
            return thread.stream()
                    .filter(one -> one.posted().isPresent() && one.posted().equals(reply.parent()))
                    .map(Delivery::vanished)
                    .toList();
        }

        /** Whether it is put in the place of what the network shows already. Trouble that came back is news, and gets a post of its own. */
        boolean isEdit(Line line) {
            return line.isLive() && saying != Saying.AGAIN && parent().isPresent();
        }

        /** What it replies to or edits. */
        private Optional<Posted> parent(Line line) {
            var wanted = line.isLive() ? isEdit(line) : line.capabilities().thread();
            return wanted ? parent() : Optional.empty();
        }

        /** The newest post of the thread that the network has told us the id of. */
        Optional<Posted> parent() {
            return thread.reversed().stream()
                    .filter(one -> one.state() == DeliveryState.SENT)
                    .flatMap(one -> one.posted().stream())
                    .findFirst();
        }
    }

    /** Empty if no wording of it fits the network. */
    public Optional<Frozen> compose(Line line, Task task, Instant now, Optional<String> newest) {
        var wanted = line.capabilities().allLanguages()
                ? languages
                : List.of(task.delivery().recipient().language());
        var messages = wanted.stream()
                .flatMap(language -> said(line, task, language, now).stream())
                .toList();
        if (messages.size() < wanted.size()) {
            return Optional.empty();
        }
        var parent = task.parent(line);
        var post = new Channel.Post(
                reporter.identity(),
                reporter.catalog(),
                task.incident(),
                task.update(),
                messages,
                reporter.url(task.incident()),
                keys.get(),
                now,
                parent);
        var edit = task.isEdit(line);
        var body = edit ? line.channel().prepareEdit(post) : line.channel().prepare(post);
        var text = post.message().text();
        return Optional.of(new Frozen(task.saying(), post.key(), body, text, now, parent, newest, false, edit));
    }

    private Optional<Message> said(Line line, Task task, Locale language, Instant now) {
        var voice = line.isLive() ? renderer.dated() : renderer;
        return task.saying().isOfAlarm()
                ? new Bulletin(reporter.identity(), voice)
                        .fit(task.incident(), task.update(), new Bulletin.Reader(language, now), line.limit())
                : voice.fit(
                        language,
                        task.saying(),
                        reporter.facts(task.incident(), task.update(), language, now),
                        line.limit());
    }
}
