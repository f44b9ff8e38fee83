// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.model.WorkloadId;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** The JSON that servers answer with. */
public final class ServerJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ServerJson() {}

    /** An answer that names its schema. */
    public static ObjectNode object(String schema) {
        return MAPPER.createObjectNode().put("schema", "plimsoll.dev/%s/v1".formatted(schema));
    }

    /** A refusal: its name for programs, and a sentence for people. */
    public static ObjectNode refusal(String schema, String name, String sentence) {
        return object(schema).put("refusal", name).put("sentence", sentence);
    }

    /** The workload that a path names as {@code {namespace}/{name}}. */
    public static WorkloadId workload(ServerRequest request) {
        var path = request.path().pathParameters();
        return new WorkloadId(
                named("namespace", path.get("namespace")), named("name", path.get("name")));
    }

    private static String named(String field, String value) {
        if (value.isBlank()) {
            throw new InvalidInputException("path", field, value, "name a workload");
        }
        return value;
    }

    /** The body of a request; empty if it has none. */
    public static byte[] body(ServerRequest request) {
        var content = request.content();
        return content.hasEntity() ? content.as(byte[].class) : new byte[0];
    }

    public static void send(ServerResponse response, Status status, ObjectNode json) {
        response.status(status);
        response.headers().contentType(MediaTypes.APPLICATION_JSON);
        response.send(json + "\n");
    }
}
