package dev.backonline.bot.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The token by which commands on this machine speak to the running bot: made anew at each start, in a file in the data folder that
 * only the bot's own user can read.
 */
public record LocalKey(String token) {
    private static final String FILE = "operator.token";
    /** In bytes. */
    private static final int LENGTH = 32;

    /** Made anew and written down. */
    public static LocalKey made(Path data) throws IOException {
        var bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        var key = new LocalKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        Files.createDirectories(data);
        var file = data.resolve(FILE);
        Files.deleteIfExists(file);
        try (var channel = Files.newByteChannel(
                file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), forUsOnly())) {
            channel.write(StandardCharsets.US_ASCII.encode(key.token()));
        }
        return key;
    }

    /** That of the bot that runs on these data, if there is one. */
    public static Optional<LocalKey> found(Path data) {
        try {
            return Optional.of(new LocalKey(Files.readString(data.resolve(FILE)).strip()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static FileAttribute<?>[] forUsOnly() {
        var posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner())} : new FileAttribute<?>[0];
    }

    private static Set<PosixFilePermission> owner() {
        return PosixFilePermissions.fromString("rw-------");
    }

    @Override
    public String toString() {
        return "***";
    }
}
