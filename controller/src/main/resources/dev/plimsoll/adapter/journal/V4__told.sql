-- SPDX-License-Identifier: Apache-2.0
-- Up to which position each receiver of events was told all. A receiver's name shows nothing of it.
CREATE TABLE IF NOT EXISTS told (
    receiver VARCHAR(64) PRIMARY KEY,
    position BIGINT NOT NULL
);
