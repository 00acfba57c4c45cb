import { Component, type ReactNode } from 'react';
import { Button } from './button';
import { Icon } from './icon';

interface Props {
  /** Another place starts anew. */
  place: string;
  children: ReactNode;
}

/** Keeps a page that cannot be drawn from taking the console with it, such as one whose code a newer version has replaced. */
export class Boundary extends Component<Props, { failedAt: string | null }> {
  override state: { failedAt: string | null } = { failedAt: null };

  static getDerivedStateFromError() {
    return { failedAt: '' };
  }
  override componentDidCatch() {
    this.setState({ failedAt: this.props.place });
  }
  override render() {
    const { failedAt } = this.state;
    if (failedAt === null || (failedAt !== '' && failedAt !== this.props.place)) return this.props.children;
    return (
      <div className="empty empty-error" data-state="error" role="alert">
        <Icon name="refresh" size={28} />
        <h1>This page could not be drawn</h1>
        <p>There may be a newer version of the console, or the connection broke while the page was loaded. Nothing was changed.</p>
        <Button look="primary" onClick={() => location.reload()}>
          Load it again
        </Button>
      </div>
    );
  }
}
