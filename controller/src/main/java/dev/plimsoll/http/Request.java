// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A request.
 *
 * @param path with its query, encoded as it goes over the wire
 * @param json the body
 */
public record Request(String method, String path, Optional<String> json) {
    public Request {
        if (!path.matches("/[!-~]*")) {
            throw new IllegalArgumentException("path '%s' is not encoded".formatted(path));
        }
    }

    public static Request get(String path) {
        return new Request("GET", path, Optional.empty());
    }

    public static Request put(String path, String json) {
        return new Request("PUT", path, Optional.of(json));
    }

    public static Request post(String path, String json) {
        return new Request("POST", path, Optional.of(json));
    }

    /** A part of a path, as it goes over the wire. */
    public static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** One request, after which the connection ends. */
    byte[] bytes() {
        byte[] body = json.orElse("").getBytes(StandardCharsets.UTF_8);
        String head =
                "%s %s HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n%s%s\r\n"
                        .formatted(
                                method,
                                path,
                                "Connection: close\r\n",
                                json.isPresent() ? described(body) : "");
        return (head + json.orElse("")).getBytes(StandardCharsets.UTF_8);
    }

    private static String described(byte[] body) {
        return "Content-Type: application/json\r\nContent-Length: %d\r\n".formatted(body.length);
    }
}
