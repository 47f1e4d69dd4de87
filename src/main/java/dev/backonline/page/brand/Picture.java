package dev.backonline.page.brand;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** A picture of the file's own, told by its first bytes; {@code base64} is all of it, so that it can be compared. */
public record Picture(Format format, String base64) {

    /** What browsers show everywhere. */
    public enum Format {
        SVG("svg", "image/svg+xml"),
        PNG("png", "image/png"),
        JPEG("jpg", "image/jpeg"),
        WEBP("webp", "image/webp"),
        GIF("gif", "image/gif"),
        ICO("ico", "image/x-icon");

        private final String extension;
        private final String type;

        Format(String extension, String type) {
            this.extension = extension;
            this.type = type;
        }

        public String extension() {
            return extension;
        }

        public String type() {
            return type;
        }
    }

    /** Empty: these bytes are no picture that we know. */
    public static Optional<Picture> of(byte[] bytes) {
        return format(new String(Arrays.copyOf(bytes, 512), StandardCharsets.ISO_8859_1))
                .map(format -> new Picture(format, Base64.getEncoder().encodeToString(bytes)));
    }

    private static Optional<Format> format(String start) {
        if (start.startsWith("\u0089PNG\r\n")) {
            return Optional.of(Format.PNG);
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(Format.JPEG);
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return Optional.of(Format.WEBP);
        }
        if (start.startsWith("GIF8")) {
            return Optional.of(Format.GIF);
        }
        if (start.startsWith("\0\0\u0001\0")) {
            return Optional.of(Format.ICO);
        }
        return start.contains("<svg") ? Optional.of(Format.SVG) : Optional.empty();
    }

    public byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }

    /** Social networks show no drawings in previews of links. */
    public boolean isPhoto() {
        return format == Format.PNG || format == Format.JPEG || format == Format.WEBP;
    }
}
