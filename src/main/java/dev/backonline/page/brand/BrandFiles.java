package dev.backonline.page.brand;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Reads the files that {@code page} names. Blocks on the disk, whenever the configuration is read. */
public final class BrandFiles {
    private static final int KIBIBYTE = 1024;
    /** Ours: a first page weighs less than 60 kB, and nothing on it should weigh much more. */
    private static final int LARGEST_LOGO = 256;

    private static final int LARGEST_ICON = 64;
    private static final int LARGEST_STYLE = 64;

    private final UnaryOperator<Path> place;
    private final BiConsumer<String, String> complain;

    /** {@code place} knows which file a name means; {@code complain} is told the path of a key, and a sentence that goes on from it. */
    public BrandFiles(UnaryOperator<Path> place, BiConsumer<String, String> complain) {
        this.place = place;
        this.complain = complain;
    }

    /** All that makes the page somebody's own; what can't be read is left out, and complained of. */
    public Branding read(PageSettings page) {
        var palette = page.colours().palette();
        palette.unreadable()
                .forEach(one -> complain.accept(
                        "page.colours.%s.%s"
                                .formatted(
                                        one.inTheDark() ? "dark" : "light",
                                        one.shade().key()),
                        one.sentence()));
        return new Branding(
                page.logo().flatMap(file -> picture("page.logo", file, LARGEST_LOGO)),
                page.icon().flatMap(file -> picture("page.icon", file, LARGEST_ICON)),
                palette,
                page.links(),
                page.accounts(),
                page.css().flatMap(this::style),
                page.frameAncestors().stream().map(FrameAncestor::source).toList());
    }

    private Optional<Picture> picture(String key, Path file, int kibibytes) {
        return content(key, file, kibibytes).flatMap(bytes -> {
            var picture = Picture.of(bytes);
            return picture.isPresent()
                    ? picture
                    : refuse(key, "names '%s', which is no SVG, PNG, JPEG, WebP, GIF or ICO".formatted(file));
        });
    }

    private Optional<String> style(Path file) {
        return content("page.css", file, LARGEST_STYLE).flatMap(bytes -> {
            try {
                return Optional.of(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString());
            } catch (CharacterCodingException mistake) {
                return refuse("page.css", "names '%s', which is no text in UTF-8".formatted(file));
            }
        });
    }

    private Optional<byte[]> content(String key, Path file, int kibibytes) {
        try (var in = Files.newInputStream(place.apply(file))) {
            var bytes = in.readNBytes(kibibytes * KIBIBYTE + 1);
            if (bytes.length > kibibytes * KIBIBYTE) {
                return refuse(key, "names '%s', which is larger than %d KiB".formatted(file, kibibytes));
            }
            return bytes.length == 0 ? refuse(key, "names '%s', which is empty".formatted(file)) : Optional.of(bytes);
        } catch (NoSuchFileException absent) {
            return refuse(key, "names '%s', which is not there".formatted(file));
        } catch (IOException unreadable) {
            return refuse(key, "names '%s', which cannot be read".formatted(file));
        }
    }

    private <T> Optional<T> refuse(String key, String sentence) {
        complain.accept(key, sentence);
        return Optional.empty();
    }
}
