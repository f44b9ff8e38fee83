// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.model;

/** Processor cores and bytes of memory, each 0 or more. */
public record Resources(double cpuCores, long memoryBytes) {
    /** More than anything asks for. */
    public static final Resources UNLIMITED =
            new Resources(Double.POSITIVE_INFINITY, Long.MAX_VALUE);

    private static final long MANY = Integer.MAX_VALUE;

    public Resources {
        if (!(cpuCores >= 0) || memoryBytes < 0) {
            throw new IllegalArgumentException(
                    "%s cores and %d bytes: give 0 or more".formatted(cpuCores, memoryBytes));
        }
    }

    /** So many times as much; at most what is unlimited. */
    public Resources times(int times) {
        long most = Long.MAX_VALUE / Math.max(1, times);
        return new Resources(
                cpuCores * times, memoryBytes > most ? Long.MAX_VALUE : memoryBytes * times);
    }

    /** What is left when {@code request} has been taken so many times; nothing is below 0. */
    public Resources less(int times, Resources request) {
        return new Resources(
                Math.max(0, cpuCores - times * request.cpuCores),
                Math.max(0, memoryBytes - times * request.memoryBytes));
    }

    /** How many times {@code request} fits in; at most {@link Integer#MAX_VALUE}. */
    public int holds(Resources request) {
        long byCpu = request.cpuCores > 0 ? (long) (cpuCores / request.cpuCores + 1e-9) : MANY;
        long byMemory = request.memoryBytes > 0 ? memoryBytes / request.memoryBytes : MANY;
        return (int) Math.min(MANY, Math.min(byCpu, byMemory));
    }
}
