package dev.backonline.bot.reception;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.ServiceId;
import dev.backonline.channel.Clock;
import dev.backonline.check.Observation;
import dev.backonline.check.Receiving;
import dev.backonline.check.Receiving.Opening;
import dev.backonline.config.BotConfig;
import dev.backonline.config.CheckPlan;
import dev.backonline.operator.Mailbox;
import dev.backonline.operator.Mailroom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Every check of a configuration that is told. What they were told is kept in this process: where there are others, it is passed on to them. */
public final class Reception implements Mailroom {
    /** Ours: how late silence is noticed, and the end of what nobody repeats. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Clock clock;
    private final Listening listening;
    private final BiConsumer<ServiceId, Observation> heard;
    private final BiConsumer<String, String> passing;
    private final Map<String, Letterbox<?>> boxes = new LinkedHashMap<>();

    /** Which services are in public trouble already, and what was told to checks before; those that are the same now still know it. */
    public record Before(Set<ServiceId> troubled, Optional<Reception> former) {
        public Before {
            troubled = Set.copyOf(troubled);
        }
    }

    /** {@code troubled}: services that are in public trouble already. */
    public Reception(BotConfig config, Set<ServiceId> troubled, Clock clock, BiConsumer<ServiceId, Observation> heard) {
        this(config, new Before(troubled, Optional.empty()), clock, heard, (_, _) -> {});
    }

    /** {@code passing} is given the address and what was told there, for the {@link #hear} of other processes. */
    public Reception(
            BotConfig config,
            Before before,
            Clock clock,
            BiConsumer<ServiceId, Observation> heard,
            BiConsumer<String, String> passing) {
        this.clock = clock;
        this.passing = passing;
        this.listening = before.former().map(one -> one.listening).orElseGet(() -> new Listening(clock.nanos()));
        this.heard = heard;
        byAddress(config, before.troubled())
                .forEach((address, members) ->
                        members.getFirst().kind().ifPresent(kind -> boxes.put(address, box(address, kind, members))));
        before.former().ifPresent(this::resume);
    }

    private void resume(Reception former) {
        boxes.forEach(
                (address, box) -> Optional.ofNullable(former.boxes.get(address)).ifPresent(box::resume));
    }

    /** A check that is told, and whose it is. */
    private record Member(ServiceId service, boolean troubled, CheckPlan<?> plan) {
        Optional<Receiving<?, ?>> kind() {
            return plan.kind() instanceof Receiving<?, ?> receiving ? Optional.of(receiving) : Optional.empty();
        }
    }

    private static Map<String, List<Member>> byAddress(BotConfig config, Set<ServiceId> troubled) {
        var members = new LinkedHashMap<String, List<Member>>();
        for (var service : config.services()) {
            var id = service.service().id();
            for (var plan : service.checks()) {
                plan.address()
                        .ifPresent(address -> members.computeIfAbsent(address, _ -> new ArrayList<>())
                                .add(new Member(id, troubled.contains(id), plan)));
            }
        }
        return members;
    }

    private <S extends Record, N> Letterbox<N> box(String address, Receiving<S, N> kind, List<Member> members) {
        var checks = new LinkedHashMap<Secret, List<Told<N>>>();
        for (var member : members) {
            var settings = kind.settings().cast(member.plan().settings());
            checks.computeIfAbsent(kind.token(settings), _ -> new ArrayList<>()).add(told(kind, settings, member));
        }
        return new Letterbox<>(address, kind, checks, listening, (at, message) -> passing.accept(at, message.json()));
    }

    private <S extends Record, N> Told<N> told(Receiving<S, N> kind, S settings, Member member) {
        var opening = new Opening(listening.time(), member.plan().every(), member.troubled());
        return new Told<>(
                member.plan(),
                kind.inbox(settings, opening),
                clock.wall(),
                observation -> heard.accept(member.service(), observation));
    }

    @Override
    public Optional<Mailbox> mailbox(String address) {
        return Optional.ofNullable(boxes.get(address));
    }

    /** Another process was told this, as it passed it on. */
    public void hear(String address, String message) {
        Optional.ofNullable(boxes.get(address)).ifPresent(box -> box.hear(Relayed.parse(message)));
    }

    /** Says what has become of every check with the time; gives when to look again. */
    public Duration look() {
        var now = listening.time();
        boxes.values().forEach(box -> box.look(now));
        return LOOK_EVERY;
    }
}
