package dev.backonline.bot.reload;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * What some files hold, as digests: only whether it is the same is of interest, and some of them are secrets. Contents, since neither
 * times nor names tell of a file behind a link that was swapped, which is how Kubernetes changes one.
 */
record Imprint(Map<Path, String> digests) {
    private static final String ABSENT = "absent";

    Imprint {
        digests = Map.copyOf(digests);
    }

    /** Blocks on the disk. A file that can't be read is one that is not there. */
    static Imprint of(Collection<Path> files) {
        var digests = new HashMap<Path, String>();
        files.forEach(file -> digests.put(file, digest(file)));
        return new Imprint(digests);
    }

    private static String digest(Path file) {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException absent) {
            return ABSENT;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
