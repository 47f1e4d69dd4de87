/** Asks a gRPC server for its health, as grpc.health.v1 has it. */
@NullMarked
package dev.backonline.check.grpc;

import org.jspecify.annotations.NullMarked;
