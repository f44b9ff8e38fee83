// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.adapter.prometheus.FakePrometheus.Answering;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Clients of servers that answer as they are told; all are closed at the end. */
final class ClientRig {
    static final Instant TIME = Instant.parse("2026-01-05T00:00:15.250Z");

    private final List<AutoCloseable> open = new ArrayList<>();

    static Labels labels(String... pairs) {
        return Labels.of(
                IntStream.range(0, pairs.length / 2)
                        .boxed()
                        .collect(Collectors.toMap(i -> pairs[2 * i], i -> pairs[2 * i + 1])));
    }

    static <T> List<T> told(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Told.class);
        return ((Answer.Told<T>) answer).rows();
    }

    static void assertFailed(Answer<Row> answer, Fault fault, String detail) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        var failed = (Answer.Failed<Row>) answer;
        assertThat(failed.fault()).as(failed.detail()).isEqualTo(fault);
        assertThat(failed.detail()).contains(detail);
    }

    FakePrometheus fake(Answering answering) {
        FakePrometheus fake = FakePrometheus.http(answering);
        open.add(fake);
        return fake;
    }

    PrometheusClient client(Answering answering) {
        return client(fake(answering).plain());
    }

    PrometheusClient client(PrometheusServer server) {
        PrometheusClient client = new PrometheusClient(server);
        open.add(client);
        return client;
    }

    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }
}
