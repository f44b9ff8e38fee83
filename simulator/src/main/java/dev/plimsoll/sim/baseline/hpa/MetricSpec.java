// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.hpa;

/**
 * A metric that an autoscaler looks at.
 *
 * @param name of the resource ({@value #CPU} is special) or of the metric
 * @param target percent for {@link TargetKind#UTILIZATION}, else thousandths of the unit
 */
public record MetricSpec(Source source, String name, TargetKind kind, long target) {
    /** The resource of which readings count only once a pod is ready. */
    public static final String CPU = "cpu";

    /** Where it comes from. */
    public enum Source {
        RESOURCE("FailedGetResourceMetric"),
        PODS("FailedGetPodsMetric"),
        OBJECT("FailedGetObjectMetric"),
        EXTERNAL("FailedGetExternalMetric");

        private final String failed;

        Source(String failed) {
            this.failed = failed;
        }

        Condition failed() {
            return new Condition(false, failed);
        }
    }

    /** What it is held to. */
    public enum TargetKind {
        UTILIZATION,
        AVERAGE_VALUE,
        VALUE
    }

    boolean isCpu() {
        return source == Source.RESOURCE && name.equals(CPU);
    }

    /** Whether it can be read while there is no pod. */
    boolean needsNoPod() {
        return source == Source.OBJECT || source == Source.EXTERNAL;
    }

    /** As the reason of a change names it; upstream takes an object's average for external. */
    String description() {
        return switch (source) {
            case RESOURCE ->
                    kind == TargetKind.UTILIZATION
                            ? name + " resource utilization (percentage of request)"
                            : name + " resource";
            case PODS -> "pods metric " + name;
            case OBJECT -> kind == TargetKind.VALUE ? "Service metric " + name : external();
            case EXTERNAL -> external();
        };
    }

    private String external() {
        return "external metric %s(nil)".formatted(name);
    }
}
