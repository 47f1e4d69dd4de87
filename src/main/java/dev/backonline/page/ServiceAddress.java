package dev.backonline.page;

import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the site has a document about one service, such as {@code /en/services/shop/history.atom}. Without a language in its path, a
 * document is in the page's first one, and the page for people in the reader's.
 */
public record ServiceAddress(Service service, File file, Locale language, boolean underLanguage) {
    private static final String FOLDER = "services";

    /** What there is of each service; {@code name} is that in its folder. */
    public enum File {
        PAGE(""),
        ATOM("history.atom"),
        RSS("history.rss"),
        JSON_FEED("feed.json"),
        BADGE("badge.svg"),
        SHIELD("badge.json");

        private final String fileName;

        File(String fileName) {
            this.fileName = fileName;
        }

        public String fileName() {
            return fileName;
        }

        private static Optional<File> named(String name) {
            return Arrays.stream(values())
                    .filter(file -> file.fileName.equals(name))
                    .findFirst();
        }
    }

    /** The address that this path is; {@code reader} is the language of one who asks for a page without naming one. */
    public static Optional<ServiceAddress> of(String path, PageModel model, Locale reader) {
        var parts = List.of(path.split("/", -1));
        var language = parts.size() > 2 && !parts.get(1).equals(FOLDER)
                ? model.identity().languages().stream()
                        .filter(one -> one.toLanguageTag().equals(parts.get(1)))
                        .findFirst()
                : Optional.<Locale>empty();
        var own = parts.subList(language.isPresent() ? 2 : 1, parts.size());
        if (own.size() < 2 || own.size() > 3 || !own.getFirst().equals(FOLDER)) {
            return Optional.empty();
        }
        var file = own.size() == 2 ? Optional.of(File.PAGE) : File.named(own.get(2));
        var service = ServiceId.of(own.get(1)).flatMap(model.catalog()::find);
        if (file.isEmpty() || service.isEmpty()) {
            return Optional.empty();
        }
        var unnamed = file.get() == File.PAGE ? reader : model.identity().language();
        return Optional.of(
                        new ServiceAddress(service.get(), file.get(), language.orElse(unnamed), language.isPresent()))
                .filter(address -> address.path().equals(path));
    }

    /** Every address of a service but those whose language is the reader's choice. */
    static Stream<ServiceAddress> all(Service service, PageModel model) {
        var files = Arrays.stream(File.values());
        return files.flatMap(file -> {
            var own = model.identity().languages().stream()
                    .map(language -> new ServiceAddress(service, file, language, true));
            var root = new ServiceAddress(service, file, model.identity().language(), false);
            return root.isNegotiated() ? own : Stream.concat(Stream.of(root), own);
        });
    }

    /** Whether the same path says it in other languages to others. */
    public boolean isNegotiated() {
        return file == File.PAGE && !underLanguage;
    }

    public String path() {
        var folder = (underLanguage ? "/" + language.toLanguageTag() : "") + "/" + FOLDER + "/" + service.id();
        return file == File.PAGE ? folder : folder + "/" + file.fileName;
    }
}
