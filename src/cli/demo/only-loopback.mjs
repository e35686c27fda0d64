// Loaded before the Playground, which knows no such setting: a server that names no address listens on this machine only.
import net from 'node:net';

const { listen } = net.Server.prototype;
net.Server.prototype.listen = function (...given) {
  const [where, host, ...rest] = given;
  if (typeof where === 'object' && where !== null) {
    const elsewhere = where.host || where.path || where.fd !== undefined || where._handle || where.port === undefined;
    return listen.call(this, elsewhere ? where : { ...where, host: '127.0.0.1' }, ...given.slice(1));
  }
  const port = typeof where === 'number' || /^\d+$/.test(where);
  if (!port || typeof host === 'string') return listen.apply(this, given);
  return listen.call(this, where, '127.0.0.1', ...(host === undefined ? rest : given.slice(1)));
};
