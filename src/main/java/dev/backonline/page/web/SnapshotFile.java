package dev.backonline.page.web;

import dev.backonline.page.Document;
import dev.backonline.page.Site;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last site on disk, so that a start without the database still has something to serve. Blocks on the disk. */
final class SnapshotFile {
    /** Another layout gets another first word, and is then no snapshot to an older or newer program. */
    private static final String LAYOUT = "backonline-page-2";

    private final Path file;

    SnapshotFile(Path file) {
        this.file = file;
    }

    /** Replaces the file in one step: a crash leaves the old one or the new one. */
    void write(Site site) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try (var channel = FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                var out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)))) {
            write(site, out);
            out.flush();
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What was kept; empty if nothing was, or by another version of this program. */
    Optional<Site> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return in.readUTF().equals(LAYOUT) ? Optional.of(read(in)) : Optional.empty();
        }
    }

    private static void write(Site site, DataOutputStream out) throws IOException {
        out.writeUTF(LAYOUT);
        out.writeLong(site.at().toEpochMilli());
        out.writeUTF(site.policy());
        out.writeInt(site.languages().size());
        for (var language : site.languages()) {
            out.writeUTF(language);
            out.writeUTF(site.notices().getOrDefault(language, ""));
        }
        out.writeInt(site.documents().size());
        for (var entry : site.documents().entrySet()) {
            out.writeUTF(entry.getKey());
            write(entry.getValue(), out);
        }
    }

    private static void write(Document document, DataOutputStream out) throws IOException {
        out.writeUTF(document.type());
        out.writeLong(document.modified().getEpochSecond());
        out.writeBoolean(document.lasting());
        out.writeInt(document.gzip().length);
        out.write(document.gzip());
    }

    private static Site read(DataInputStream in) throws IOException {
        var at = Instant.ofEpochMilli(in.readLong());
        var policy = in.readUTF();
        List<String> languages = new ArrayList<>();
        Map<String, String> notices = new HashMap<>();
        for (var left = in.readInt(); left > 0; left--) {
            var language = in.readUTF();
            languages.add(language);
            notices.put(language, in.readUTF());
        }
        Map<String, Document> documents = new HashMap<>();
        for (var left = in.readInt(); left > 0; left--) {
            documents.put(in.readUTF(), document(in));
        }
        return new Site(languages, at, documents, notices, policy);
    }

    private static Document document(DataInputStream in) throws IOException {
        var type = in.readUTF();
        var modified = Instant.ofEpochSecond(in.readLong());
        var lasting = in.readBoolean();
        return Document.kept(type, in.readNBytes(in.readInt()), modified, lasting);
    }
}
