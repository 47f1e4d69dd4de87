package dev.backonline.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process has used so far; its compiler is counted apart too, since what it does comes to an end. */
record Use(long cpuNanos, long compilerNanos, long wallNanos) {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    /** Linux tells it of each thread; elsewhere the compiler is counted with the rest. */
    private static final Path THREADS = Path.of("/proc/self/task");

    static Use now() {
        return new Use(SYSTEM.getProcessCpuTime(), compiler(), System.nanoTime());
    }

    static double heapAfterCollectionMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    Cost each(long pieces) {
        var now = now();
        var all = now.cpuNanos - cpuNanos;
        return new Cost(all / 1e3 / pieces, (all - (now.compilerNanos - compilerNanos)) / 1e3 / pieces);
    }

    /** What one piece of work took of the processor, in microseconds: in all, and without the compiler's share. */
    record Cost(double micros, double microsWithoutCompiler) {}

    /** With the compiler. */
    double cores() {
        var now = now();
        return (double) (now.cpuNanos - cpuNanos) / (now.wallNanos - wallNanos);
    }

    private static long compiler() {
        if (!Files.isDirectory(THREADS)) {
            return 0;
        }
        try (var threads = Files.list(THREADS)) {
            return threads.mapToLong(Use::compiler).sum();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static long compiler(Path thread) {
        try {
            var compiles = Files.readString(thread.resolve("comm")).matches("(?s)C[12] Compiler.*");
            // The first figure is the time on a processor in nanoseconds (the kernel's
            // Documentation/scheduler/sched-stats.rst).
            return compiles
                    ? Long.parseLong(
                            Files.readString(thread.resolve("schedstat")).split(" ", 2)[0])
                    : 0;
        } catch (IOException _) {
            // The thread has ended.
            return 0;
        }
    }
}
