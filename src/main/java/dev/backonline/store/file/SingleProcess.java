package dev.backonline.store.file;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second process away from a data directory. The lock is the operating system's and ends with the process, however it
 * ends, so that a restart after a crash is never refused; the file itself stays and means nothing. To be taken once per process.
 */
public final class SingleProcess implements AutoCloseable {
    private static final String FILE = "backonline.lock";

    /** Beyond what is written in the file: Windows lets nobody read what is locked. */
    private static final long LOCKED_BYTE = 1 << 20;

    private final FileChannel channel;

    private SingleProcess(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Makes the directory if there is none.
     *
     * @throws Occupied if another process works on it
     * @throws UncheckedIOException if it can't be written
     */
    public static SingleProcess in(Path directory) {
        try {
            var file = Files.createDirectories(directory).resolve(FILE);
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                channel.close();
                throw new Occupied(directory, Files.readString(file).strip());
            }
            return new SingleProcess(signed(channel));
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "the data directory %s can't be used: %s".formatted(directory.toAbsolutePath(), failure), failure);
        }
    }

    /** The number of the process is there for people only. */
    private static FileChannel signed(FileChannel channel) throws IOException {
        var number = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0).write(ByteBuffer.wrap(number.getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Another process works on the same data. */
    public static final class Occupied extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        Occupied(Path directory, String process) {
            super(
                    "another Backonline (process %s) works on the data in %s; stop it, or give this one its own BACKONLINE_DATA"
                            .formatted(process, directory.toAbsolutePath().normalize()));
        }
    }
}
