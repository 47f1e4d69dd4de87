package dev.backonline.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * 5,000 who listen to the events of the big page, each on a connection of its own: how late after the request for a change the last of
 * them has heard of it, and how late after the first of them has. Promised: within a second of the first. Exits 1 if it is broken.
 */
final class ListeningBenchmark {
    private static final int LISTENERS = Integer.getInteger("listeners", 5_000);
    private static final int CHANGES = 5;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final double SPREAD_AT_MOST_MILLIS = 1_000;
    private static final String UPDATE = "event: update";

    private final List<SocketChannel> channels = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(8_192);

    public static void main(String... arguments) throws Exception {
        System.exit(new ListeningBenchmark().run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        var spreads = new double[CHANGES];
        try (var page = PageChild.started(Files.createTempDirectory("listening"));
                var selector = Selector.open()) {
            for (var number = 0; number < LISTENERS; number++) {
                join(page.port(), selector);
            }
            System.out.printf(Locale.ROOT, "%,d listen%n", channels.size());
            for (var change = 0; change < CHANGES; change++) {
                page.ask();
                spreads[change] = heard(selector);
                System.out.printf(
                        Locale.ROOT, "CPU of the change %d ms%n", TimeUnit.MICROSECONDS.toMillis(page.changed()));
            }
        } finally {
            for (var channel : channels) {
                channel.close();
            }
        }
        Arrays.sort(spreads);
        System.out.printf(
                Locale.ROOT,
                "from the first to the last: median %.0f ms, worst %.0f ms%n",
                spreads[CHANGES / 2],
                spreads[CHANGES - 1]);
        return spreads[CHANGES - 1] <= SPREAD_AT_MOST_MILLIS;
    }

    private void join(int port, Selector selector) throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.write(
                ByteBuffer.wrap("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        buffer.clear();
        if (channel.read(buffer) < 0) {
            throw new IOException("a listener was turned away");
        }
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
        channels.add(channel);
    }

    /** Milliseconds from the first who heard of the change to the last. */
    private double heard(Selector selector) throws IOException {
        Set<SelectionKey> told = new HashSet<>();
        var first = 0L;
        var end = System.nanoTime() + PATIENCE_NANOS;
        while (told.size() < LISTENERS) {
            selector.select(1_000);
            for (var key : selector.selectedKeys()) {
                if (isUpdate((SocketChannel) key.channel())) {
                    first = told.isEmpty() ? System.nanoTime() : first;
                    told.add(key);
                }
            }
            selector.selectedKeys().clear();
            if (System.nanoTime() > end) {
                throw new IllegalStateException("only %d of %d heard of it".formatted(told.size(), LISTENERS));
            }
        }
        return (System.nanoTime() - first) / 1e6;
    }

    private boolean isUpdate(SocketChannel channel) throws IOException {
        buffer.clear();
        var count = channel.read(buffer);
        if (count < 0) {
            throw new IOException("a listener was dropped");
        }
        var bytes = new byte[count];
        buffer.flip().get(bytes);
        return new String(bytes, StandardCharsets.US_ASCII).contains(UPDATE);
    }
}
