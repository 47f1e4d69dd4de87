package dev.backonline.bot.crash;

import dev.backonline.bot.pace.Shift;
import dev.backonline.bot.wire.VertxWire;
import dev.backonline.channel.ScriptedServer;
import dev.backonline.channel.courier.Courier;
import dev.backonline.channel.courier.Journal;
import dev.backonline.channel.courier.Round;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Announcer;
import dev.backonline.outbox.Delivery;
import dev.backonline.store.Dialect;
import dev.backonline.store.Store;
import dev.backonline.store.TestDatabase;
import dev.backonline.store.file.SingleProcess;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** The process that is killed: the engine with a real database and real sockets. It is told what to do line by line, and says where it is. */
final class Victim implements Journal {
    /** As the bot does it. */
    private static final Duration SETTLE_AFTER_CRASH = Duration.ofSeconds(30);

    private static final Duration SHORT = Duration.ofMillis(10);
    private static final Duration WAVES = Duration.ofMillis(250);
    private final Map<String, String> told;
    private final FastTime time;
    private final Dialect dialect;
    private final Semaphore gate = new Semaphore(0);
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean another = true;
    private volatile boolean waves = true;

    private Victim(Map<String, String> told) {
        this.told = told;
        this.time = new FastTime(Instant.ofEpochMilli(Long.parseLong(word("began"))), Integer.parseInt(word("speed")));
        this.dialect = Dialect.valueOf(word("dialect"));
    }

    /** Arguments are {@code name=value}. */
    public static void main(String... arguments) throws IOException {
        var words = Arrays.stream(arguments)
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        try {
            new Victim(words).live();
        } finally {
            // Whoever told us what to do is gone, or it could not be done: nothing is to be left running.
            Runtime.getRuntime().halt(3);
        }
    }

    private String word(String name) {
        return Optional.ofNullable(told.get(name)).orElseThrow(() -> new IllegalArgumentException(name));
    }

    private void live() throws IOException {
        var vertx = Vertx.vertx();
        var wire = new VertxWire(vertx);
        var crew = Crew.on(addresses(), wire);
        var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var store = TestDatabase.opened(word("url"), dialect).store();
        warmUp(store, wire);
        say("ready");
        commands.readLine();
        if (dialect == Dialect.EMBEDDED) {
            SingleProcess.in(Path.of(word("directory")));
        }
        var trap = new Trap(store.outbox(), this::caught);
        begin(crew, store.with(trap.around(store.ledger()), trap));
        for (var line = commands.readLine(); line != null; line = commands.readLine()) {
            obey(line, trap);
        }
    }

    /** Loads what a first use loads, and changes nothing: this life begins while the one before is still there. */
    private static void warmUp(Store store, Wire wire) {
        store.incidents().newest(1);
        var request = new Wire.Request("GET", ScriptedServer.nowhere(), Map.of(), "", Duration.ofSeconds(1), false);
        wire.exchange(request);
    }

    private Map<String, URI> addresses() {
        return Crew.NAMES.stream()
                .filter(told::containsKey)
                .collect(Collectors.toMap(name -> name, name -> URI.create(word(name))));
    }

    private void begin(Crew crew, Store store) {
        var nanos = time.clock().nanos();
        var owner = word("owner");
        var means = new Round.Means(owner, time.clock(), new Random(owner.hashCode()), this);
        another = Boolean.parseBoolean(told.getOrDefault("another", "true"));
        waves = Boolean.parseBoolean(told.getOrDefault("waves", "true"));
        recover(store, dialect == Dialect.EMBEDDED);
        for (Courier courier : crew.couriers(store, means)) {
            new Shift("courier", () -> courier.work().isZero() ? Duration.ZERO : SHORT, nanos).open();
        }
        new Shift("recover", () -> recover(store, false), nanos).open();
        var chronicle = new Chronicle(store, new Announcer(crew.subscriptions()));
        new Shift("town", () -> happen(chronicle), nanos).open();
    }

    private Duration recover(Store store, boolean everyOwner) {
        var now = time.now();
        store.outbox().recover(now, now.plus(SETTLE_AFTER_CRASH), everyOwner);
        return SHORT.multipliedBy(10);
    }

    private Duration happen(Chronicle chronicle) {
        if (waves) {
            chronicle.wave(time.now(), another);
        }
        if (!another && chronicle.isSettled()) {
            say("settled refused=" + refused.get());
        }
        return WAVES;
    }

    private void obey(String line, Trap trap) {
        var words = line.split(" ", 2);
        switch (words[0]) {
            case "arm" -> trap.arm(Trap.Spot.parse(words[1]));
            case "go" -> gate.release();
            case "finish" -> another = false;
            default -> throw new IllegalArgumentException(line);
        }
    }

    private void caught(String where) {
        say("caught " + where);
        gate.acquireUninterruptibly();
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    @Override
    public void stepped(Delivery before, Delivery after) {
        if (Boolean.parseBoolean(told.getOrDefault("loud", "false"))) {
            say("step %s %s>%s %s".formatted(after.recipient().channel(), before.state(), after.state(), after.note()));
        }
    }

    @Override
    public void refused(Delivery after) {
        refused.incrementAndGet();
        say("refused " + after.state());
    }

    @Override
    public void stumbled(Delivery delivery, RuntimeException bug) {
        say("bug %s %s".formatted(delivery.id(), bug));
    }
}
