// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

/**
 * Where to listen.
 *
 * @param host a name or an address, that of IPv6 without its brackets
 */
public record ListenAddress(String host, int port) {
    public ListenAddress {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    "address '%s' with port %d: give a host and a port from 1 to 65535"
                            .formatted(host, port));
        }
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
