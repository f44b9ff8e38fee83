// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config.policy;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where events are sent.
 *
 * @param secretFile holds what they are signed with
 */
public record WebHook(URI url, Path secretFile) {}
