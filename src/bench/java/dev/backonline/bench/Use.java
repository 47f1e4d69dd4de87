package dev.backonline.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What this process has used so far. */
record Use(long cpuNanos, long wallNanos) {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    static Use now() {
        return new Use(SYSTEM.getProcessCpuTime(), System.nanoTime());
    }

    static double heapAfterCollectionMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    double microsEach(long pieces) {
        return (SYSTEM.getProcessCpuTime() - cpuNanos) / 1e3 / pieces;
    }

    double cores() {
        return (double) (SYSTEM.getProcessCpuTime() - cpuNanos) / (System.nanoTime() - wallNanos);
    }
}
