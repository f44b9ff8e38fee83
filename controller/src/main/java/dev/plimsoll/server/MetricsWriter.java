// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server;

import dev.plimsoll.model.WorkloadId;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HttpMediaType;
import io.helidon.webserver.http.ServerResponse;

/** Writes metrics in Prometheus' text format 0.0.4. Not thread-safe. */
public final class MetricsWriter {
    private static final HttpMediaType FORM =
            HttpMediaType.builder()
                    .mediaType(MediaTypes.TEXT_PLAIN)
                    .addParameter("version", "0.0.4")
                    .charset("utf-8")
                    .build();

    private final StringBuilder text = new StringBuilder();
    private final String prefix;

    /**
     * One that has written nothing.
     *
     * @param prefix of every name
     */
    public MetricsWriter(String prefix) {
        this.prefix = prefix;
    }

    /** Sends what was written to whoever scrapes it. */
    public static void send(ServerResponse response, String metrics) {
        response.headers().contentType(FORM);
        response.send(metrics);
    }

    /** Begins a family of samples. */
    public void family(String name, String type, String help) {
        text.append("# HELP ").append(prefix).append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(prefix).append(name).append(' ').append(type).append('\n');
    }

    /**
     * A sample.
     *
     * @param labels as {@link #labels} gives them; empty for none
     */
    public void sample(String name, String labels, double value) {
        text.append(prefix).append(name);
        if (!labels.isEmpty()) {
            text.append('{').append(labels).append('}');
        }
        text.append(' ').append(value).append('\n');
    }

    /** A family of one sample without labels. */
    public void alone(String name, String type, String help, double value) {
        family(name, type, help);
        sample(name, "", value);
    }

    /** The samples of a histogram. */
    public void histogram(String name, String labels, Histogram values) {
        for (int i = 0; i < values.bounds().size(); i++) {
            String bound = String.valueOf(values.bounds().get(i));
            sample(name + "_bucket", bucket(labels, bound), values.within().get(i));
        }
        sample(name + "_bucket", bucket(labels, "+Inf"), values.count());
        sample(name + "_sum", labels, values.sum());
        sample(name + "_count", labels, values.count());
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Of what belongs to a workload. */
    public static String labels(WorkloadId id) {
        return labels("namespace", id.namespace()) + "," + labels("workload", id.name());
    }

    /** One label. */
    public static String labels(String name, String value) {
        return name + "=\"" + escaped(value) + '"';
    }

    private static String bucket(String labels, String bound) {
        return (labels.isEmpty() ? "" : labels + ",") + labels("le", bound);
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
