package dev.backonline.bot.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backonline.check.Way;
import dev.backonline.check.Wire;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;

/** One exchange under way: knows at every instant whether the server may have seen it. */
final class Exchange {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private static final String USER_AGENT = "Backonline";

    private final Wire.Request asked;
    private final Route route;
    private final long deadline;
    private final CompletableFuture<Wire.Reply> reply = new CompletableFuture<>();
    private Optional<HttpClientRequest> written = Optional.empty();

    private Buffer body = Buffer.buffer(0);

    /** {@code deadline} is on the monotonic clock, in nanoseconds. */
    Exchange(Wire.Request asked, Route route, long deadline) {
        this.asked = asked;
        this.route = route;
        this.deadline = deadline;
    }

    static HttpMethod method(Wire.Request request) {
        return HttpMethod.valueOf(request.method());
    }

    /**
     * Waits on the caller's thread until the answer is in or the deadline has passed. The loop looks after the deadline: a virtual
     * thread that waits for a time wakes another thread twice for it, which costs more than the exchange.
     */
    Wire.Reply run(Context loop, HttpClient client, RequestOptions where) {
        try {
            loop.runOnContext(_ -> connect(loop.owner(), client, where));
            return reply.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return givenUp("interrupted", false);
        } catch (ExecutionException | RejectedExecutionException failed) {
            return givenUp(Cause.of(failed), false);
        }
    }

    private void connect(Vertx vertx, HttpClient client, RequestOptions where) {
        // Vert.x counts whole milliseconds, at least one: rounded up, so that no answer is given up before its time.
        var left = Math.max(1, Math.ceilDiv(deadline - System.nanoTime(), NANOS_PER_MILLI));
        var timer = vertx.setTimer(left, _ -> givenUp(timeOut(), true));
        var _ = reply.whenComplete((_, _) -> vertx.cancelTimer(timer));
        try {
            client.request(where).onSuccess(this::write).onFailure(this::unsent);
        } catch (IllegalStateException | IllegalArgumentException refused) {
            unsent(refused);
        }
    }

    private void write(HttpClientRequest request) {
        try {
            request.exceptionHandler(this::failed);
            if (asked.way().version() == Way.HttpVersion.HTTP_2 && request.version() != HttpVersion.HTTP_2) {
                reply.complete(new Wire.Unsent("HTTP/2 is not offered"));
            }
            request.authority(route.authority());
            request.putHeader("user-agent", USER_AGENT);
            asked.headers().forEach(request::putHeader);
            route.credentials().ifPresent(value -> request.putHeader("proxy-authorization", value));
        } catch (IllegalArgumentException _) {
            reply.complete(new Wire.Unsent("no request could be made of it: a header is not well-formed"));
        }
        if (begun(request)) {
            send(request);
        } else {
            request.reset();
        }
    }

    /** Who listens for the answer does so before the request leaves: a quick one would be thrown away before anybody listened. */
    private void send(HttpClientRequest request) {
        request.response().onSuccess(this::read).onFailure(this::failed);
        if (asked.body().isEmpty()) {
            request.end();
        } else {
            request.end(Buffer.buffer(asked.body(), letters().name()));
        }
    }

    private Charset letters() {
        return asked.way().bytes() ? ISO_8859_1 : UTF_8;
    }

    private String timeOut() {
        return "time-out after " + Cause.words(asked.timeout());
    }

    /**
     * From here on the server may act; unless the caller was told already that nothing was sent. A process that stood still while it
     * connected finds that it is too late, whichever of its events comes first: by now another may have done what it was about to do.
     */
    private synchronized boolean begun(HttpClientRequest request) {
        if (System.nanoTime() - deadline >= 0) {
            reply.complete(new Wire.Unsent(timeOut()));
        }
        if (reply.isDone()) {
            return false;
        }
        written = Optional.of(request);
        return true;
    }

    private void read(HttpClientResponse response) {
        response.exceptionHandler(this::failed);
        response.handler(chunk -> take(response, chunk));
        response.endHandler(_ -> answer(response, false));
    }

    private void take(HttpClientResponse response, Buffer chunk) {
        var room = asked.way().most() - body.length();
        if (chunk.length() > room) {
            body.appendBuffer(chunk, 0, room);
            answer(response, true);
            response.request().reset();
        } else {
            body = body.length() == 0 ? chunk : body.appendBuffer(chunk);
        }
    }

    private void answer(HttpClientResponse response, boolean cut) {
        reply.complete(
                route.isRefused(response.statusCode())
                        ? ProxyCause.REFUSED
                        : new Wire.Answered(response.statusCode(), headers(response), body.toString(letters()), cut));
    }

    private static Map<String, List<String>> headers(HttpClientResponse response) {
        var headers = new HashMap<String, List<String>>();
        BiConsumer<String, String> note =
                (name, value) -> headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>(1))
                        .add(value);
        response.headers().forEach(note);
        response.trailers().forEach(note);
        return headers;
    }

    private void unsent(Throwable failure) {
        reply.complete(route.unsent(failure));
    }

    private void failed(Throwable failure) {
        reply.complete(new Wire.Unanswered(Cause.of(failure), false));
    }

    private Wire.Reply givenUp(String reason, boolean timedOut) {
        var begun = endedWith(reason, timedOut);
        begun.ifPresent(HttpClientRequest::reset);
        return reply.join();
    }

    private synchronized Optional<HttpClientRequest> endedWith(String reason, boolean timedOut) {
        reply.complete(written.isPresent() ? new Wire.Unanswered(reason, timedOut) : new Wire.Unsent(reason));
        return written;
    }
}
