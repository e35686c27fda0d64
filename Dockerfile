# The image of Lotse: built with everything, run with the production packages only, as a user without rights.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY scripts/build.mjs scripts/trim-production.mjs scripts/
COPY src src
RUN npm run build && npm prune --omit=dev && node scripts/trim-production.mjs

FROM node:24-slim
# The C library gives memory back as soon as it is free, at 10,000 projects some 30 MiB, and not only much of it at once.
ENV MALLOC_TRIM_THRESHOLD_=131072
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3978 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
# For an installation without Cosmos DB: the embedded store is here, mount a volume.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node.js 24 would hold four times as much for short-lived objects, 100 MiB more, and answer no faster.
CMD ["node", "--max-semi-space-size=16", "dist/main.js"]
