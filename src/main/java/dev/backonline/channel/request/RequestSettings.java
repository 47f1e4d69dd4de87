package dev.backonline.channel.request;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.SecretAddress;
import dev.backonline.catalog.Setting;
import dev.backonline.channel.Capabilities.OnUnknown;
import dev.backonline.channel.api.BodyFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the file says of an {@code http} channel. */
public record RequestSettings(
        @Setting(
                value = "Where the request goes. It may hold a token, so it is shown nowhere.",
                example = "https://service.example/messages")
        SecretAddress url,

        @Setting(value = "The method of the request.", fallback = "post")
        Method method,

        @Setting(
                value =
                        "Headers of the request, by name. The content-type says how values are escaped in the body: JSON (also without the header), a form, XML, or text/plain as they are.",
                fallback = "{}",
                example = "{ authorization: \"Bearer ${env:SERVICE_TOKEN}\" }")
        Map<String, Secret> headers,

        @Setting(
                value =
                        "The body, with variables in braces: {text}, {language}, {says}, {status}, {page}, {url}, {incident}, {services}, {time}, {key}, and the names of secrets.",
                example = "'{\"message\": \"{text}\"}'")
        String body,

        @Setting(
                value =
                        "Secrets by names of your own, for the body: they are put in when it is sent, and kept nowhere.",
                fallback = "{}",
                example = "{ token: \"${env:SERVICE_TOKEN}\" }")
        Map<String, Secret> secrets,

        @Setting(value = "The statuses that mean that the post was taken.", fallback = "200-299")
        Successes success,

        @Setting(
                value = "What such an answer holds if the post was really taken, for services that say no with a yes.",
                example = "'\"ok\":true'")
        Optional<String> expect,

        @Setting(
                value =
                        "The name of a header by which the service knows a repeat: each post has a value of its own, which stays the same when it is repeated.",
                example = "Idempotency-Key")
        Optional<String> keyHeader,

        @Setting(value = "How many characters the text may have.", fallback = "10000")
        int limit,

        @Setting(
                value =
                        "Without key-header: what happens to a post of which nobody can tell whether it arrived: resend it (it may arrive twice), or hold it for a person (it may be missing).",
                fallback = "hold")
        OnUnknown onUnknown) {

    /** As they are sent: names of headers know no case (RFC 9110, 5.1), and a body of which nothing is said is JSON. */
    Map<String, String> sent() {
        var sent = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> sent.put(name, value.value()));
        sent.putIfAbsent(CONTENT_TYPE, JSON);
        return sent;
    }

    /** How values are to be written; empty if we don't know. */
    Optional<BodyFormat> format() {
        return BodyFormat.of(sent().getOrDefault(CONTENT_TYPE, JSON));
    }

    static final String CONTENT_TYPE = "content-type";
    private static final String JSON = "application/json";

    /** What makes something. */
    public enum Method {
        POST,
        PUT,
        PATCH
    }
}
