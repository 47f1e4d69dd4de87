package dev.backonline.operator;

import dev.backonline.operator.Mailbox.Receipt;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Locale;
import org.jboss.logging.Logger;

/** The answer to one message for checks: short, in our own words, and counted. */
record NoticeReply(RoutingContext context, MeterRegistry figures) {
    private static final Logger LOG = Logger.getLogger(NoticeReply.class);
    /** Ours: so long what is still on its way is thrown away, so that the answer is read before the connection ends. */
    private static final Duration LINGERING = Duration.ofSeconds(1);

    /** What became of a message, and the status that says so. */
    enum Fate {
        HEARD(200),
        UNCONCERNED(200),
        NONSENSE(400),
        STRANGER(401),
        UNKNOWN(404),
        WRONG_PATH(404),
        WRONG_METHOD(405),
        TOO_SLOW(408),
        TOO_LARGE(413),
        WRONG_TYPE(415),
        TOO_OFTEN(429),
        BUG(500),
        STARTING(503);

        private final int status;

        Fate(int status) {
            this.status = status;
        }
    }

    void header(CharSequence name, String value) {
        context.response().putHeader(name, value);
    }

    void say(Receipt receipt) {
        switch (receipt) {
            case Receipt.Accepted(var checks) -> end(checks > 0 ? Fate.HEARD : Fate.UNCONCERNED, "ok");
            case Receipt.Refused refused -> end(fate(refused), refused.why());
        }
    }

    private static Fate fate(Receipt.Refused refused) {
        return switch (refused.fault()) {
            case PATH -> Fate.WRONG_PATH;
            case TYPE -> Fate.WRONG_TYPE;
            case CONTENT -> Fate.NONSENSE;
        };
    }

    void apologise(Throwable bug) {
        LOG.errorf(bug, "A bug of ours was met, going on job=notices");
        end(Fate.BUG, "that went wrong here; please send it again later");
    }

    /** Whatever else of the request is on its way is not waited for. */
    void turnAway(Fate fate, String why) {
        if (fate == Fate.TOO_OFTEN) {
            header(HttpHeaders.RETRY_AFTER, "1");
        }
        if (bringsBody() && !context.request().isEnded()) {
            context.request().handler(_ -> {});
            context.request().resume();
            leave();
        }
        end(fate, why);
    }

    /** Streams of HTTP/2 end by themselves. */
    private void leave() {
        if (context.request().version() != HttpVersion.HTTP_2) {
            header(HttpHeaders.CONNECTION, "close");
            var connection = context.request().connection();
            context.vertx().setTimer(LINGERING.toMillis(), _ -> connection.close());
        }
    }

    private boolean bringsBody() {
        var headers = context.request().headers();
        var length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return headers.contains(HttpHeaders.TRANSFER_ENCODING) || (length != null && !length.equals("0"));
    }

    private void end(Fate fate, String text) {
        figures.counter("backonline.notices", "outcome", fate.name().toLowerCase(Locale.ROOT))
                .increment();
        context.response()
                .setStatusCode(fate.status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(text + "\n");
    }
}
