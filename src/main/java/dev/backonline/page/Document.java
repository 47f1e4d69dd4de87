package dev.backonline.page;

import dev.backonline.channel.PublicId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What is served under one path, ready as bytes. {@code tag} names the content (the parts of a strong ETag are made of it),
 * {@code modified} is when it came to be as it is, to the second, as HTTP has it. The arrays are never changed.
 */
@SuppressWarnings("ArrayRecordComponent") // equality is never asked for; the tag stands for the content
public record Document(String type, byte[] plain, byte[] gzip, String tag, Instant modified, boolean lasting) {
    private static final int TAG_BYTES = 12;

    public static Document of(Sheet sheet, Instant modified) {
        var plain = sheet.bytes();
        var when = modified.truncatedTo(ChronoUnit.SECONDS);
        return new Document(sheet.type(), plain, compressed(plain), tagOf(plain), when, sheet.lasting());
    }

    /** As it was kept: compressed. */
    public static Document kept(String type, byte[] gzip, Instant modified, boolean lasting) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            var plain = in.readAllBytes();
            return new Document(type, plain, gzip, tagOf(plain), modified, lasting);
        }
    }

    public static String tagOf(byte[] bytes) {
        var hash = PublicId.sha256(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TAG_BYTES));
    }

    public boolean isHtml() {
        return type.equals(Sheet.HTML);
    }

    public String text() {
        return new String(plain, StandardCharsets.UTF_8);
    }

    private static byte[] compressed(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
