// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What Linux tells of processes and processors. */
final class Machine {
    private static final long TICKS_PER_SECOND = 100;

    private Machine() {}

    /** The most memory that a process ever had resident, in MiB. */
    static double mostResidentMebibytes(long pid) throws IOException {
        return status(pid, "VmHWM:");
    }

    /** What a process has resident now, in MiB. */
    static double residentMebibytes(long pid) throws IOException {
        return status(pid, "VmRSS:");
    }

    /** How long a process has used processors. */
    static Duration processorTime(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    /** How long all processors were busy, for whomever. */
    static Duration busyTime() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("/proc/stat"));
        String[] fields = lines.getFirst().split(" +");
        long all = Arrays.stream(fields).skip(1).limit(8).mapToLong(Long::parseLong).sum();
        long idle = Long.parseLong(fields[4]) + Long.parseLong(fields[5]);
        return Duration.ofMillis((all - idle) * 1000 / TICKS_PER_SECOND);
    }

    private static double status(long pid, String field) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith(field)) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        throw new IOException("process %d does not say %s".formatted(pid, field));
    }
}
